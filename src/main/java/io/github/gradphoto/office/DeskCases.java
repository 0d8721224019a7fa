package io.github.gradphoto.office;

import io.github.gradphoto.application.Application;
import io.github.gradphoto.application.ApplicationProcess;
import io.github.gradphoto.application.Applications;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Phase;
import io.github.gradphoto.application.StaffTasks;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.certificate.Certificate;
import io.github.gradphoto.certificate.CertificateDesk;
import io.github.gradphoto.certificate.GraduationList;
import io.github.gradphoto.certificate.GraduationList.Graduation;
import io.github.gradphoto.certificate.Proxies;
import io.github.gradphoto.identity.StaffAccounts;
import io.github.gradphoto.office.DeskCase.Missing;
import io.github.gradphoto.registration.RegistryConfirmations;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

@Component
class DeskCases {

    static final Set<Step> STEPS =
            EnumSet.of(Step.TAKE_IN_PRINT, Step.PRINT_ON_THE_SPOT, Step.MAKE_CERTIFICATE, Step.HAND_OVER_CERTIFICATE);

    private static final Map<Step, Missing> OPEN = Map.of(
            Step.PRINT_PHOTOS, Missing.PRINT_NOT_MADE,
            Step.POST_PARCEL, Missing.PRINT_NOT_POSTED,
            Step.CONFIRM_RECEIPT, Missing.PRINT_UNDER_WAY,
            Step.RESOLVE_PARCEL, Missing.PRINT_IN_TROUBLE,
            Step.HAND_OVER_PRINTS, Missing.PRINT_NOT_FETCHED);

    private final Applications applications;
    private final CaseHeads heads;
    private final StaffTasks tasks;
    private final ApplicationProcess process;
    private final GraduationList list;
    private final CertificateDesk desk;
    private final Proxies proxies;
    private final RegistryConfirmations confirmations;
    private final StaffAccounts accounts;

    DeskCases(
            Applications applications,
            CaseHeads heads,
            StaffTasks tasks,
            ApplicationProcess process,
            GraduationList list,
            CertificateDesk desk,
            Proxies proxies,
            RegistryConfirmations confirmations,
            StaffAccounts accounts) {
        this.applications = applications;
        this.heads = heads;
        this.tasks = tasks;
        this.process = process;
        this.list = list;
        this.desk = desk;
        this.proxies = proxies;
        this.confirmations = confirmations;
        this.accounts = accounts;
    }

    /** @throws io.github.gradphoto.refusal.Refusal noApplication */
    DeskCase of(String number) {
        var application = applications.byNumber(number);
        var task = tasks.of(number, STEPS).orElse(null);
        var due = task == null ? null : task.step();
        var entry = list.entry(number).orElse(null);
        var certificate = desk.of(number);
        return new DeskCase(
                heads.of(number, due),
                application,
                task,
                entry,
                certificate.orElse(null),
                proxies.of(number).orElse(null),
                missing(application, entry, due),
                certificate.map(this::colleagues).orElse(Map.of()));
    }

    private Map<String, String> colleagues(Certificate done) {
        return Stream.of(done.printCheckedBy(), done.printedOnSpotBy(), done.madeBy(), done.handedOverBy())
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(username -> username, accounts::displayName));
    }

    /** @param due at the desk, or null */
    private List<Missing> missing(Application application, GraduationList.Entry entry, Step due) {
        var missing = new ArrayList<Missing>();
        if (application.state() == Application.State.COLLECTED) {
            return missing;
        }
        var open = process.openSteps(application.number()).stream()
                .map(OpenStep::step)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Step.class)));
        if (!application.isRunning()) {
            missing.add(Missing.ENDED);
        } else if (due == null && open.stream().anyMatch(DeskCases::isBeforeRegistered)) {
            missing.add(Missing.NOT_REGISTERED);
        }
        if (entry == null) {
            missing.add(Missing.NOT_LISTED);
        } else if (entry.outcome() == Graduation.COMPLETES) {
            missing.add(Missing.COMPLETES);
        }
        if (due != null && !confirmations.isConfirmed(application.number())) {
            missing.add(Missing.REGISTRY_UNCONFIRMED);
        }
        // Where the other prints are matters no more once the desk has one.
        if (due == null || due == Step.TAKE_IN_PRINT) {
            open.stream().filter(OPEN::containsKey).map(OPEN::get).forEach(missing::add);
        }
        return missing;
    }

    private static boolean isBeforeRegistered(Step step) {
        return step.phase().compareTo(Phase.REGISTRATION) <= 0
                && step != Step.CONFIRM_AT_REGISTRY
                && step != Step.RECONFIRM_DETAILS;
    }
}
