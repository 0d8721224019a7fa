/** The only package that knows the process engine: it starts and moves processes, serves their tasks, and guards the engine's doors. */
package io.github.gradphoto.process;
