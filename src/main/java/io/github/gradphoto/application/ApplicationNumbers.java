package io.github.gradphoto.application;

import java.time.Clock;
import java.time.Year;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.incrementer.DataFieldMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.H2SequenceMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.PostgresSequenceMaxValueIncrementer;
import org.springframework.stereotype.Component;

/** Gives out application numbers: GP, two digits of the year, six of a sequence, one check digit (Luhn) for the telephone. */
@Component
class ApplicationNumbers {

    private static final String SEQUENCE = "application_number_seq";

    private final DataFieldMaxValueIncrementer sequence;
    private final Clock clock;

    ApplicationNumbers(JdbcTemplate jdbc, Clock clock) {
        this.sequence = incrementer(jdbc);
        this.clock = clock;
    }

    String next() {
        var digits = "%02d%06d".formatted(Year.now(clock).getValue() % 100, sequence.nextLongValue());
        return "GP" + digits + checkDigit(digits);
    }

    static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }

    private static DataFieldMaxValueIncrementer incrementer(JdbcTemplate jdbc) {
        var source = jdbc.getDataSource();
        String product = jdbc.execute(
                (java.sql.Connection connection) -> connection.getMetaData().getDatabaseProductName());
        return "H2".equals(product)
                ? new H2SequenceMaxValueIncrementer(source, SEQUENCE)
                : new PostgresSequenceMaxValueIncrementer(source, SEQUENCE);
    }
}
