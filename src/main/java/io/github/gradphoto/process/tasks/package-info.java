/** One thin delegate for each service task of the diagrams; the bean is named as the task. */
package io.github.gradphoto.process.tasks;
