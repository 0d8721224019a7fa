/** What an administrator has to know: whether the engine, the outbox and the disk are well, and what failed, as a mail a day. */
package io.github.gradphoto.operations;
