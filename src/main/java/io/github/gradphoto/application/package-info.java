/** One student's application: its number, its state, its deadlines, its details and how it ends. */
package io.github.gradphoto.application;
