package org.finplan.platform.devstack.stack;

import org.finplan.platform.devstack.process.Component;

/** Says why a program did not start: in words where the reason is known, with the end of its log always. */
final class FailureReport {

    private FailureReport() {}

    static String of(Component component, RuntimeException problem) {
        if (component.process() == null) {
            return component.name() + " did not start: " + innermost(problem);
        }
        String log = component.process().lastWords();
        return reason(component.name(), log, problem) + "\n--- end of "
                + component.process().log() + " ---\n" + log + "\n---";
    }

    private static String reason(String name, String log, RuntimeException problem) {
        if (log.contains("No space left on device") || log.contains("the disk is nearly full")) {
            return name + " did not start: the disk is full";
        }
        if (log.contains("Address already in use")) {
            return name + " did not start: another program took its port meanwhile";
        }
        return name + " did not start: "
                + String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
    }

    private static String innermost(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        return message.contains("No space left on device") ? "the disk is full" : problem.getMessage() + ": " + message;
    }
}
