package org.finplan.benchmarks.rules;

import java.util.ArrayList;
import java.util.List;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;

/** The rules in Drools, compiled to its executable model, all reports in one session. */
final class DroolsEvaluation {

    private final KieBase base = compiled();
    private final List<Sheet> sheets = new ArrayList<>();

    DroolsEvaluation(int institutions) {
        for (int i = 0; i < institutions; i++) {
            for (int period = 0; period < SampleReports.PERIODS; period++) {
                sheets.add(new Sheet(i, period));
            }
        }
    }

    private static KieBase compiled() {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/org/finplan/benchmarks/rules/sample.drl", SampleRules.drl());
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    /** {@return who is to be warned} */
    Answers run() {
        Answers answers = new Answers();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("answers", answers);
            for (Sheet sheet : sheets) {
                session.insert(sheet);
            }
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return answers;
    }
}
