/** The demo: made-up people, their portraits and cases, a mailbox page, and a page that explains it all. Profile demo only. */
package io.github.gradphoto.demo;
