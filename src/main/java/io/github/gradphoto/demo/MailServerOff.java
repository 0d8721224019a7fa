package io.github.gradphoto.demo;

/** What a dead mail server looks like in the demo. Where it comes from is known, so the log is spared the stack. */
final class MailServerOff extends RuntimeException {

    MailServerOff() {
        super("The demo's mail server is switched off. Switch it on at /demo/mail.", null, false, false);
    }
}
