package io.github.gradphoto.registration;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds whom the collecting unit speaks of, a few statements for thousands of keys. */
@Component
class ReleasedPhotos {

    private static final int AT_ONCE = 500;

    /**
     * @param waits  whether the case waits for the answer to this very photo
     * @param answer what was recorded of it, named as the choice of the form; null so far
     */
    record Released(Application application, Long registrationId, boolean waits, String answer) {}

    private final RegistrationRepository registrations;
    private final Applications applications;
    private final RegistrationProcess process;

    ReleasedPhotos(RegistrationRepository registrations, Applications applications, RegistrationProcess process) {
        this.registrations = registrations;
        this.applications = applications;
        this.process = process;
    }

    Map<String, Released> by(Collection<String> keys) {
        var wanted = keys.stream()
                .filter(key -> key.matches(ReleaseKey.FORM))
                .distinct()
                .toList();
        var found = new ArrayList<Registration>();
        for (var some : parts(wanted)) {
            found.addAll(registrations.findByReleaseKeyIn(some));
        }
        var waiting = process.waiting(List.of(Step.ENTER_DELIVERY_RESULT)).stream()
                .map(RegistrationProcess.Waiting::applicationId)
                .collect(Collectors.toSet());
        var cases = new HashMap<Long, Application>();
        for (var some : parts(found.stream().map(Registration::applicationId).toList())) {
            applications.byIds(some).forEach(application -> cases.put(application.id(), application));
        }
        return found.stream()
                .collect(Collectors.toMap(
                        Registration::releaseKey,
                        one -> new Released(
                                cases.get(one.applicationId()),
                                one.id(),
                                one.state() == Registration.State.RELEASED && waiting.contains(one.applicationId()),
                                answer(one))));
    }

    private static String answer(Registration registration) {
        return switch (registration.state()) {
            case OPEN, RELEASED -> null;
            case REFUSED -> UnitResults.REFUSED;
            case DELIVERED, COMPARED -> UnitResults.DELIVERED;
        };
    }

    private static <T> List<List<T>> parts(List<T> all) {
        var parts = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return parts;
    }
}
