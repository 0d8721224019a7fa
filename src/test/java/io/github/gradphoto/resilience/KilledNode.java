package io.github.gradphoto.resilience;

import io.github.gradphoto.GradPhoto;
import io.github.gradphoto.application.StaffTaskDriver;
import io.github.gradphoto.application.Step;
import io.github.gradphoto.prints.PrintRuns;
import io.github.gradphoto.review.BatchApproval;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A node of the application that never gets further than one commit of what it was asked to do: it stops there, says so on
 * standard output, and waits to be killed. Each argument is a {@link Deed}.
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

    /**
     * What is to be done, in a thread of its own.
     *
     * @param moment where it is caught
     * @param before commits that are let through, so that it is caught in the middle of many
     * @param order  {@code task;number;STEP;who;field=value,…}, {@code job;id}, {@code process;instance} for all jobs of an
     *     instance one after the other, {@code approve;who;number=photo,…}, or {@code prints;run;who} for the next print
     */
    record Deed(Moment moment, int before, String order) {

        private static final String PARTS = "[|]";

        static Deed of(String argument) {
            var parts = argument.split(PARTS, 3);
            return new Deed(Moment.valueOf(parts[0]), Integer.parseInt(parts[1]), parts[2]);
        }

        String argument() {
            return moment + "|" + before + "|" + order;
        }
    }

    /** Of the thread: where its next write is caught, and how many commits come before. */
    private static final class Trap {
        private final Moment moment;
        private int before;

        private Trap(Deed deed) {
            moment = deed.moment();
            before = deed.before();
        }

        private boolean isSprung() {
            return before-- <= 0;
        }
    }

    private static final ThreadLocal<Trap> TRAP = new ThreadLocal<>();

    private KilledNode() {}

    public static void main(String[] arguments) {
        var application = new SpringApplication(GradPhoto.class, Traps.class);
        application.setAdditionalProfiles("test");
        var context = application.run();
        Arrays.stream(arguments)
                .map(Deed::of)
                .forEach(deed -> new Thread(() -> {
                            TRAP.set(new Trap(deed));
                            try {
                                run(deed.order().split(";", -1), context);
                                say(FAILED + " was not caught: " + deed);
                            } catch (RuntimeException e) {
                                say(FAILED + " " + deed + ": " + e);
                            }
                        })
                        .start());
    }

    private static void run(String[] order, ApplicationContext context) {
        switch (order[0]) {
            case "job" -> context.getBean(ManagementService.class).executeJob(order[1]);
            case "process" -> runAll(order[1], context.getBean(ManagementService.class));
            case "approve" ->
                context.getBean(BatchApproval.class)
                        .approve(
                                pairs(order[2]).entrySet().stream()
                                        .map(chosen -> new BatchApproval.Item(
                                                chosen.getKey(), Long.parseLong(chosen.getValue())))
                                        .toList(),
                                order[1]);
            case "prints" -> context.getBean(PrintRuns.class).printed(Long.parseLong(order[1]), 0, 1, order[2]);
            default ->
                context.getBean(StaffTaskDriver.class)
                        .complete(order[1], Step.valueOf(order[2]), order[3], pairs(order[4]));
        }
    }

    private static void runAll(String instance, ManagementService management) {
        for (var jobs = due(instance, management); !jobs.isEmpty(); jobs = due(instance, management)) {
            jobs.forEach(job -> management.executeJob(job.getId()));
        }
    }

    private static List<Job> due(String instance, ManagementService management) {
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .executable()
                .list();
    }

    private static Map<String, String> pairs(String typed) {
        var pairs = new LinkedHashMap<String, String>();
        Arrays.stream(typed.split(","))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("="))
                .forEach(pair -> pairs.put(pair[0], pair[1]));
        return pairs;
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
                    var trap = TRAP.get();
                    boolean caught =
                            trap != null && method.getName().equals("commit") && hasWritten[0] && trap.isSprung();
                    if (method.getName().equals("prepareStatement")) {
                        hasWritten[0] |= isWrite((String) arguments[0]);
                    }
                    if (caught && trap.moment == Moment.BEFORE) {
                        park();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (caught && trap.moment == Moment.AFTER) {
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
