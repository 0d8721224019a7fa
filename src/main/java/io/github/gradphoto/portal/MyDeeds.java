package io.github.gradphoto.portal;

import io.github.gradphoto.application.OwnApplication;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.identity.RememberedPhones;
import io.github.gradphoto.identity.StudentUser;
import io.github.gradphoto.notice.Roster;
import io.github.gradphoto.page.FormAnswer;
import io.github.gradphoto.page.StudentPage;
import io.github.gradphoto.prints.Prints;
import io.github.gradphoto.refusal.Refusal;
import io.github.gradphoto.registration.RegistryConfirmations;
import java.io.IOException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The small forms of "my". */
@StudentPage
class MyDeeds {

    private final OwnApplication own;
    private final MyPage page;
    private final RegistryConfirmations confirmations;
    private final Prints prints;
    private final Withdrawal withdrawal;
    private final Roster roster;
    private final RememberedPhones phones;
    private final FormAnswer answer;

    MyDeeds(
            OwnApplication own,
            MyPage page,
            RegistryConfirmations confirmations,
            Prints prints,
            Withdrawal withdrawal,
            Roster roster,
            RememberedPhones phones,
            FormAnswer answer) {
        this.own = own;
        this.page = page;
        this.confirmations = confirmations;
        this.prints = prints;
        this.withdrawal = withdrawal;
        this.roster = roster;
        this.phones = phones;
        this.answer = answer;
    }

    /** 图像校对: the student pressed 正确 at the registry. */
    @PostMapping("/my/registry-confirmed")
    String confirmedAtRegistry(@AuthenticationPrincipal StudentUser me, Model model) throws IOException {
        return answer(
                me,
                () -> {
                    ensureAsked(me, Step.CONFIRM_AT_REGISTRY);
                    confirmations.confirm(own.number(me));
                },
                model);
    }

    /** @param answered {@code received} or {@code problem}: the button that was pressed */
    @PostMapping("/my/prints-received")
    String printsReceived(
            @AuthenticationPrincipal StudentUser me,
            @RequestParam(defaultValue = "received") String answered,
            @RequestParam(required = false) String trouble,
            Model model)
            throws IOException {
        return answer(
                me,
                () -> {
                    ensureAsked(me, Step.CONFIRM_RECEIPT);
                    prints.answerReceipt(own.number(me), !"problem".equals(answered), trouble);
                },
                model);
    }

    /** 订阅消息: the three classes of messages (N20). */
    @PostMapping("/my/messages")
    String messages(
            @AuthenticationPrincipal StudentUser me,
            @RequestParam(defaultValue = "false") boolean results,
            @RequestParam(defaultValue = "false") boolean orderStatus,
            @RequestParam(defaultValue = "false") boolean orderExceptions,
            Model model)
            throws IOException {
        return answer(me, () -> roster.updateWishes(me.studentId(), results, orderStatus, orderExceptions), model);
    }

    /** 全部退出: every phone of the student needs a code again. */
    @PostMapping("/my/phones")
    String forgetPhones(@AuthenticationPrincipal StudentUser me, Model model) throws IOException {
        return answer(me, () -> phones.forget(me.studentId()), model);
    }

    @GetMapping("/my/withdraw")
    String askWithdrawal(@AuthenticationPrincipal StudentUser me, Model model) {
        var application = own.of(me);
        if (!withdrawal.isPossible(application.number())) {
            throw Refusal.conflict("tooLateToWithdraw");
        }
        model.addAttribute("mine", application);
        return "portal/withdraw";
    }

    @PostMapping("/my/withdraw")
    String withdraw(@AuthenticationPrincipal StudentUser me, Model model) throws IOException {
        return answer(me, () -> withdrawal.withdraw(own.number(me)), model);
    }

    /** A page that a form left behind, loaded anew or in the other language. */
    @GetMapping({"/my/registry-confirmed", "/my/prints-received", "/my/messages", "/my/phones"})
    String again() {
        return "redirect:/my";
    }

    private String answer(StudentUser me, FormAnswer.Deed deed, Model model) throws IOException {
        return answer.to(deed, model, () -> page.show(own.of(me), model));
    }

    private void ensureAsked(StudentUser me, Step step) {
        if (!own.isAsked(me, step)) {
            throw Refusal.conflict("stepNotOpen");
        }
    }
}
