package org.finplan.risk.rule;

import java.util.Optional;
import org.finplan.platform.events.LocalizedText;

/** What a rule says about one figure. That it cannot say is an answer of its own, never a quiet "all is well". */
public sealed interface Verdict {

    /** {@return the name on the wire: breached, near, clear, not-assessable or undecided} */
    String code();

    /** {@return how grave it is, empty when there is nothing to warn of} */
    default Optional<Level> warning() {
        return Optional.empty();
    }

    /** {@return why, with the figures in it} */
    LocalizedText reason();

    /** {@return kebab-case code of what keeps the rule from saying anything, empty when it says something} */
    default Optional<String> obstacle() {
        return Optional.empty();
    }

    /**
     * What it says when nobody has read the text that sets the rule: a warning instead of a breach, and no graver than allowed.
     *
     * @param highest gravest level of such a warning
     * @return the same where it warns of nothing
     */
    default Verdict unconfirmed(Level highest) {
        return this;
    }

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

        @Override
        public Optional<Level> warning() {
            return Optional.of(level);
        }

        @Override
        public Verdict unconfirmed(Level highest) {
            LocalizedText warning = new LocalizedText(
                    reason.zh() + "（条文未经核实，仅作预警）", reason.en() + " (the text is not confirmed: a warning only)");
            return new Near(level.isAbove(highest) ? highest : level, warning);
        }
    }

    /**
     * The rule is not broken for sure, and is to be warned of: the figure is near the limit, or beyond a limit that is not
     * confirmed.
     *
     * @param level how grave that is
     * @param reason why
     */
    record Near(Level level, LocalizedText reason) implements Verdict {
        @Override
        public String code() {
            return "near";
        }

        @Override
        public Optional<Level> warning() {
            return Optional.of(level);
        }

        @Override
        public Verdict unconfirmed(Level highest) {
            return level.isAbove(highest) ? new Near(highest, reason) : this;
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
     * @param cause kebab-case code of what is missing: no-figure, no-target, no-benchmark or missing-metric
     * @param reason the same in words
     */
    record NotAssessable(String cause, LocalizedText reason) implements Verdict {
        @Override
        public String code() {
            return "not-assessable";
        }

        @Override
        public Optional<String> obstacle() {
            return Optional.of(cause);
        }
    }

    /**
     * The figures are there and nothing can be said of them all the same.
     *
     * @param cause kebab-case code of what stands in the way
     * @param reason the same in words
     */
    record Undecided(String cause, LocalizedText reason) implements Verdict {
        @Override
        public String code() {
            return "undecided";
        }

        @Override
        public Optional<String> obstacle() {
            return Optional.of(cause);
        }
    }
}
