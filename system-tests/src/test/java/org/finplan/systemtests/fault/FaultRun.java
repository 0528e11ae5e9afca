package org.finplan.systemtests.fault;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.TagFilter.includeTags;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The program behind {@code system-tests/faults}: runs the tests of faults, all or those of some classes, and counts them. */
final class FaultRun {

    private FaultRun() {}

    /**
     * Runs them and ends with 0 when all passed, 1 otherwise.
     *
     * @param classes simple names of classes; none for all
     */
    public static void main(String... classes) {
        String pattern = classes.length == 0 ? ".*IT" : ".*\\.(" + String.join("|", List.of(classes)) + ")";
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage(FaultRun.class.getPackageName()))
                .filters(ClassNameFilter.includeClassNamePatterns(pattern), includeTags("fault"))
                .build();
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        Launcher launcher = LauncherFactory.create();
        launcher.execute(request, summary, new Telling());
        TestExecutionSummary counted = summary.getSummary();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        counted.printFailuresTo(out, 40);
        out.printf(
                "%d passed, %d failed, %d skipped%n",
                counted.getTestsSucceededCount(),
                counted.getTotalFailureCount(),
                counted.getTestsAbortedCount() + counted.getTestsSkippedCount());
        System.exit(counted.getTotalFailureCount() == 0 && counted.getTestsFoundCount() > 0 ? 0 : 1);
    }

    /** Says which test begins and how it ended, since each takes minutes. */
    private static final class Telling implements TestExecutionListener {
        private long begun;

        @Override
        public void executionStarted(TestIdentifier test) {
            if (test.isTest()) {
                begun = System.nanoTime();
                System.out.println("Fault test " + test.getDisplayName());
            }
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
                System.out.println(
                        "Fault test " + test.getDisplayName() + ": " + result.getStatus() + " after " + seconds + " s");
            }
        }
    }
}
