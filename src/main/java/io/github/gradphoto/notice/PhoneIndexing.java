package io.github.gradphoto.notice;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Completes a database of an earlier version: only the application has the key that telephone numbers are found by. */
@Component
class PhoneIndexing {

    private static final int AT_ONCE = 500;

    private final Roster roster;

    PhoneIndexing(Roster roster) {
        this.roster = roster;
    }

    @EventListener(ApplicationReadyEvent.class)
    void completeOldRows() {
        while (roster.indexPhones(AT_ONCE) == AT_ONCE) {
            // the next rows
        }
    }
}
