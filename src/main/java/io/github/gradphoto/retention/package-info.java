/** 个人信息: deletes it when its time is over, keeps a record of the deletion, and gives students a copy of theirs. */
package io.github.gradphoto.retention;
