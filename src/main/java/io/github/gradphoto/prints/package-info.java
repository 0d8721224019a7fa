/** 纸质照片: where they go, the print sheet, the parcel and its troubles. */
package io.github.gradphoto.prints;
