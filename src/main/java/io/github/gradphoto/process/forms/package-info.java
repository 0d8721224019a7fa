/**
 * What staff enter for a task: one small listener for each user task of staff, named {@code <taskId>Form}. It reads the
 * transient texts that the form sent, checks them, calls one use case and sets the facts that gateways ask for.
 */
package io.github.gradphoto.process.forms;
