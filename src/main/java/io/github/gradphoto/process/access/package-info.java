/** The doors to the engine: who may come in, what each group sees, and what nobody may slip past the forms. */
package io.github.gradphoto.process.access;
