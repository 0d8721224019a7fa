package io.github.gradphoto.resilience;

import io.github.gradphoto.GradPhoto;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.prints.PrintRuns;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A node of the application that never gets further than the commit of what it was asked to do: it stops there, says so on
 * standard output, and waits to be killed. First argument: BEFORE or AFTER the commit; then one deed each:
 * {@code number;STEP;who;field=value,…} for a staff task, {@code job;id}, or {@code prints;run;who} for the next prints of a
 * run.
 */
public final class KilledNode {

    static final String PARKED = "PARKED";
    static final String FAILED = "FAILED";

    /** Where the deed is caught. */
    enum Moment {
        /** all is written, nothing is committed */
        BEFORE,
        /** committed, and nobody was told */
        AFTER
    }

    private static final ThreadLocal<Moment> TRAP = new ThreadLocal<>();

    private KilledNode() {}

    public static void main(String[] arguments) {
        var moment = Moment.valueOf(arguments[0]);
        var application = new SpringApplication(GradPhoto.class, Traps.class);
        application.setAdditionalProfiles("test");
        var context = application.run();
        var staff = context.getBean(StaffTaskDriver.class);
        var management = context.getBean(ManagementService.class);
        var prints = context.getBean(PrintRuns.class);
        Arrays.stream(arguments)
                .skip(1)
                .forEach(deed -> new Thread(() -> {
                            TRAP.set(moment);
                            try {
                                run(deed.split(";", -1), staff, management, prints);
                                say(FAILED + " was not caught: " + deed);
                            } catch (RuntimeException e) {
                                say(FAILED + " " + deed + ": " + e);
                            }
                        })
                        .start());
    }

    private static void run(String[] deed, StaffTaskDriver staff, ManagementService management, PrintRuns prints) {
        if (deed[0].equals("job")) {
            management.executeJob(deed[1]);
        } else if (deed[0].equals("prints")) {
            prints.printed(Long.parseLong(deed[1]), 0, 1, deed[2]);
        } else {
            var fields = Arrays.stream(deed[3].split(","))
                    .filter(field -> !field.isEmpty())
                    .map(field -> field.split("="))
                    .collect(Collectors.toMap(field -> field[0], field -> field[1]));
            staff.complete(deed[0], Step.valueOf(deed[1]), deed[2], Map.copyOf(fields));
        }
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void park() {
        say(PARKED);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Puts a trap round the commit of every connection. */
    @Configuration(proxyBeanMethods = false)
    static class Traps {

        @Bean
        static BeanPostProcessor traps() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? new TrappedSource(source) : bean;
                }
            };
        }
    }

    private static final class TrappedSource extends DelegatingDataSource {

        TrappedSource(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return trapped(super.getConnection());
        }
    }

    /** A transaction that only reads is let through. */
    private static Connection trapped(Connection connection) {
        boolean[] hasWritten = {false};
        return (Connection) Proxy.newProxyInstance(
                KilledNode.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean caught = method.getName().equals("commit") && hasWritten[0];
                    if (method.getName().equals("prepareStatement")) {
                        hasWritten[0] |= isWrite((String) arguments[0]);
                    }
                    if (caught && TRAP.get() == Moment.BEFORE) {
                        park();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (caught && TRAP.get() == Moment.AFTER) {
                            park();
                        }
                    }
                });
    }

    private static boolean isWrite(String sql) {
        var start = sql.strip().toLowerCase(Locale.ROOT);
        return start.startsWith("insert") || start.startsWith("update") || start.startsWith("delete");
    }
}
