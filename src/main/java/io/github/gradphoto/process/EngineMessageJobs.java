package io.github.gradphoto.process;

import io.github.gradphoto.message.MessageJobs;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

@Component
class EngineMessageJobs implements MessageJobs {

    private static final Logger LOG = LoggerFactory.getLogger(EngineMessageJobs.class);
    /** More than the timer and all retries of one message. */
    private static final int MOST_TRIES = 20;

    private final RuntimeService runtime;
    private final ManagementService management;

    EngineMessageJobs(RuntimeService runtime, ManagementService management) {
        this.runtime = runtime;
        this.management = management;
    }

    @Override
    public void exhaust(String applicationNumber) {
        runtime.createProcessInstanceQuery()
                .processDefinitionKey(ProcessIds.SEND_MESSAGE)
                .variableValueEquals(ProcessVariable.APPLICATION_NUMBER.name(), applicationNumber)
                .list()
                .forEach(this::exhaust);
    }

    private void exhaust(ProcessInstance sending) {
        for (int i = 0; i < MOST_TRIES; i++) {
            var left = jobsLeft(sending);
            if (left.isEmpty()) {
                return;
            }
            left.forEach(this::run);
        }
    }

    private List<Job> jobsLeft(ProcessInstance sending) {
        return management
                .createJobQuery()
                .processInstanceId(sending.getId())
                .withRetriesLeft()
                .list();
    }

    private void run(Job job) {
        try {
            management.executeJob(job.getId());
        } catch (RuntimeException e) {
            LOG.debug("Job {} failed, as it may here: {}", job.getId(), e.getMessage());
        }
    }
}
