package io.github.gradphoto.process;

import io.github.gradphoto.roster.RosterImportProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

@Component
class EngineRosterImportProcess implements RosterImportProcess {

    private final RuntimeService runtime;

    EngineRosterImportProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void accepted(long importId) {
        runtime.createProcessInstanceByKey(ProcessIds.ROSTER_IMPORT)
                .businessKey("import-" + importId)
                .setVariable(ProcessVariable.IMPORT_ID.name(), importId)
                .execute();
    }
}
