/** The standard photo: decoded safely, framed by the student, kept with its original, checked by the decision table. */
package io.github.gradphoto.photo;
