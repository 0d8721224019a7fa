/** What all our pages share: how they answer a form, how they say no, and how they write days and amounts. */
package io.github.gradphoto.page;
