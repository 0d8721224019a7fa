package io.github.gradphoto.application;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * 工作日: Monday to Friday, except where the State Council's yearly notice says otherwise (放假 and 调休). The exceptions
 * are data: a CSV file with a line {@code date,off} or {@code date,work} each, replaced by configuration once a year.
 */
@Component
public class WorkingDays {

    private final Map<LocalDate, Boolean> exceptions = new HashMap<>();

    WorkingDays(@Value("${gradphoto.working-days:classpath:working-days.csv}") Resource file) {
        try (var reader = new BufferedReader(new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8))) {
            reader.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> {
                        var cells = line.split(",");
                        exceptions.put(LocalDate.parse(cells[0]), "work".equals(cells[1]));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException("The working-day calendar cannot be read.", e);
        }
    }

    public boolean isWorkingDay(LocalDate day) {
        return exceptions.getOrDefault(
                day, day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }

    /** The end of the n-th working day after the day of {@code from}. */
    public Instant after(Instant from, int workingDays) {
        var day = LocalDate.ofInstant(from, Deadlines.ZONE);
        for (int left = workingDays; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return Deadlines.endOf(day);
    }
}
