package io.github.gradphoto.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gradphoto.GradPhotoTest;
import io.github.gradphoto.application.Deadlines;
import io.github.gradphoto.application.OpenStep;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.application.WorkingDays;
import io.github.gradphoto.progress.Forecast.Part;
import io.github.gradphoto.progress.Forecast.Verdict;
import io.github.gradphoto.progress.ProgressProcess.StepTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whether a photo is at the registry by 1 July: working days with 调休, measured steps, and the reason. */
@GradPhotoTest
class ForecastsTest {

    private static final LocalDate LOCK = LocalDate.of(2026, 7, 1);

    @Autowired
    private WorkingDays workingDays;

    @Test
    void theRestOfTheStepAndAllThatFollowAreAdded() {
        var forecast = of(Map.of(), at(Step.REVIEW_PHOTO, "2026-06-01"), "2026-06-01");

        assertThat(forecast.parts())
                .containsExactly(
                        new Part(Step.REVIEW_PHOTO, 2, true, false),
                        new Part(Step.RELEASE_PHOTO, 1, true, false),
                        new Part(Step.ENTER_DELIVERY_RESULT, 7, true, false),
                        new Part(Step.ENTER_COMPARISON_RESULT, 3, true, false));
        // 13 working days after Monday 1 June; 端午 on 19 June is off
        assertThat(forecast.expected()).isEqualTo("2026-06-18");
        assertThat(forecast.verdict()).isEqualTo(Verdict.IN_TIME);
        assertThat(forecast.slowest().step()).isEqualTo(Step.ENTER_DELIVERY_RESULT);
    }

    @Test
    void holidaysCountAndSoDoesADayTooLate() {
        var lastDay = of(Map.of(), at(Step.REVIEW_PHOTO, "2026-06-10"), "2026-06-10");
        assertThat(lastDay.expected()).isEqualTo("2026-06-30");
        assertThat(lastDay.verdict()).isEqualTo(Verdict.TIGHT);
        var late = of(Map.of(), at(Step.REVIEW_PHOTO, "2026-06-11"), "2026-06-11");
        assertThat(late.expected()).isEqualTo("2026-07-01");
        assertThat(late.verdict()).isEqualTo(Verdict.LATE);
    }

    @Test
    void studentsTakeDaysOfTheCalendarAndWhoHasNotAppliedBeginsAtTheBeginning() {
        var forecast = of(Map.of(), row(null, Standing.MISSING, false, List.of()), "2026-05-01");
        assertThat(forecast.parts())
                .extracting(Part::step)
                .containsExactly(
                        null,
                        Step.UPLOAD_CODE,
                        Step.CONFIRM_DETAILS,
                        Step.PAY,
                        Step.UPLOAD_PHOTO,
                        Step.REVIEW_PHOTO,
                        Step.RELEASE_PHOTO,
                        Step.ENTER_DELIVERY_RESULT,
                        Step.ENTER_COMPARISON_RESULT);
        assertThat(forecast.parts().subList(0, 5)).noneMatch(Part::working);
    }

    @Test
    void whatWasMeasuredOftenEnoughCountsInsteadOfTheUsual() {
        var times = Map.of(
                Step.ENTER_DELIVERY_RESULT, new StepTime(StepTimes.ENOUGH, Duration.ofDays(21)),
                Step.RELEASE_PHOTO, new StepTime(StepTimes.ENOUGH - 1L, Duration.ofDays(21)));
        var forecast = of(times, at(Step.RELEASE_PHOTO, "2026-06-01"), "2026-06-01");
        assertThat(forecast.parts())
                .contains(
                        new Part(Step.RELEASE_PHOTO, 1, true, false),
                        new Part(Step.ENTER_DELIVERY_RESULT, 15, true, true));
        assertThat(forecast.isMeasured()).isTrue();
    }

    @Test
    void aStepThatIsLateAlreadyIsExpectedOnTheNextDay() {
        var forecast = of(Map.of(), at(Step.ENTER_COMPARISON_RESULT, "2026-05-04"), "2026-06-01");
        assertThat(forecast.parts()).containsExactly(new Part(Step.ENTER_COMPARISON_RESULT, 1, true, false));
        assertThat(forecast.expected()).isEqualTo("2026-06-02");
        assertThat(of(Map.of(), at(Step.ENTER_DELIVERY_RESULT, "2026-06-01"), "2026-06-04")
                        .parts()
                        .get(0)
                        .days())
                .isEqualTo(4);
    }

    @Test
    void theStepNearestToTheBeginningCounts() {
        var both = row(
                "GP1",
                Standing.MISSING,
                false,
                List.of(open(Step.GIVE_DELIVERY, "2026-06-01"), open(Step.UPLOAD_PHOTO, "2026-06-01")));
        assertThat(of(Map.of(), both, "2026-06-01").parts().get(0).step()).isEqualTo(Step.UPLOAD_PHOTO);
        var between = row("GP1", Standing.APPROVED, false, List.of());
        assertThat(of(Map.of(), between, "2026-06-01").parts().get(0).step()).isEqualTo(Step.RELEASE_PHOTO);
    }

    @Test
    void whoIsThereOrOutOrStoppedHasNothingLeft() {
        assertThat(of(Map.of(), row("GP1", Standing.NOT_DUE, true, List.of()), "2026-06-01")
                        .verdict())
                .isEqualTo(Verdict.NOT_DUE);
        assertThat(of(Map.of(), row("GP1", Standing.MISSING, true, List.of()), "2026-06-01")
                        .verdict())
                .isEqualTo(Verdict.STOPPED);
        var there = new CaseRow(
                1,
                "S1",
                "王",
                "系",
                "K1",
                "班",
                "GP1",
                false,
                Standing.APPROVED,
                List.of(),
                null,
                noon("2026-05-01"),
                noon("2026-05-02"),
                noon("2026-05-03"),
                noon("2026-05-20"));
        assertThat(of(Map.of(), there, "2026-06-01"))
                .isEqualTo(new Forecast(Verdict.DONE, LocalDate.of(2026, 5, 20), List.of()));
    }

    private Forecast of(Map<Step, StepTime> times, CaseRow row, String today) {
        var process = new ProgressProcess() {
            @Override
            public List<OpenStep> openSteps(long noticeId) {
                return List.of();
            }

            @Override
            public Map<Step, StepTime> stepTimes(Instant since) {
                return times;
            }
        };
        var now = noon(today);
        return new Forecasts(new StepTimes(process, Clock.fixed(now, Deadlines.ZONE)), workingDays, "07-01")
                .of(row, LOCK, now);
    }

    private static CaseRow at(Step step, String since) {
        return row("GP1", Standing.IN_REVIEW, false, List.of(open(step, since)));
    }

    private static OpenStep open(Step step, String since) {
        return new OpenStep("GP1", step, noon(since), null);
    }

    private static CaseRow row(String number, Standing standing, boolean ended, List<OpenStep> steps) {
        return new CaseRow(1, "S1", "王", "系", "K1", "班", number, ended, standing, steps, null, null, null, null, null);
    }

    private static Instant noon(String day) {
        return LocalDate.parse(day).atTime(12, 0).atZone(Deadlines.ZONE).toInstant();
    }
}
