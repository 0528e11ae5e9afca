package org.finplan.risk.rule;

import org.finplan.platform.events.LocalizedText;

/** What a rule says about one figure. That it cannot say is an answer of its own, never a quiet "all is well". */
public sealed interface Verdict {

    /** {@return the name on the wire: breached, clear or not-assessable} */
    String code();

    /** {@return why, with the figures in it} */
    LocalizedText reason();

    /**
     * The rule is broken.
     *
     * @param level how grave that is
     * @param reason why
     */
    record Breached(Level level, LocalizedText reason) implements Verdict {
        @Override
        public String code() {
            return "breached";
        }
    }

    /**
     * The rule is kept.
     *
     * @param reason why
     */
    record Clear(LocalizedText reason) implements Verdict {
        @Override
        public String code() {
            return "clear";
        }
    }

    /**
     * A figure is missing, so nothing can be said.
     *
     * @param cause kebab-case code of what is missing: no-figure, no-target or no-benchmark
     * @param reason the same in words
     */
    record NotAssessable(String cause, LocalizedText reason) implements Verdict {
        @Override
        public String code() {
            return "not-assessable";
        }
    }
}
