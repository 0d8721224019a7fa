/** The learnt models, run by OpenCV: the only package of the measuring that knows it. */
package io.github.gradphoto.measure.models;
