/** The one way to say no: a message key for the person in front of the screen, and nothing changed in the data. */
package io.github.gradphoto.refusal;
