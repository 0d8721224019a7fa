/** 图像采集码: read from a picture, bound to one student, or replaced by an approved manual entry. */
package io.github.gradphoto.collectioncode;
