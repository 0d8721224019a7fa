/** The lists that fill the roster: the college's own, the registry's of photos it has, and admission photos as a ZIP. */
package io.github.gradphoto.roster;
