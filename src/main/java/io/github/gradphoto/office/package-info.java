/** What staff see beside Tasklist: the forms of their tasks with the pictures, and the pages of teacher, dean and office. */
package io.github.gradphoto.office;
