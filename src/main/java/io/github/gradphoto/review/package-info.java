/** 审核: what a reviewer decides about a photo, with reasons that the student can act on. */
package io.github.gradphoto.review;
