/** Measures a photo: finds the face, proposes the frame, makes the 480×640 picture and reads every number off it. */
package io.github.gradphoto.measure;
