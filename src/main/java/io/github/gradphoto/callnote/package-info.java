/** 联系记录: what a class teacher noted of a call, and when to call again. */
package io.github.gradphoto.callnote;
