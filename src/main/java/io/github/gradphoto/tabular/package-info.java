/** Lists from outside, as colleges write them: xlsx, or csv in UTF-8 or GB18030, read into rows by the names of the columns. */
package io.github.gradphoto.tabular;
