package org.finplan.risk.rulebook.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.finplan.risk.rule.Level;

/**
 * Levels by how much of a limit is used: value over limit where more is worse, limit over value where less is worse, so that 1 is
 * the limit itself. Bands below 1 warn of a figure that keeps the rule, those from 1 on grade a breach. They follow each other
 * without a gap, one begins at 1, and the last has no end.
 *
 * @param bands the bands, lowest first
 */
public record Bands(List<Band> bands) {

    /** The limit itself. */
    public static final BigDecimal LIMIT = BigDecimal.ONE;

    /** Near from 0.9; a breach is yellow, above 1.2 orange, above 1.5 red. */
    public static final Bands DEFAULT = new Bands(List.of(
            new Band(Level.BLUE, new BigDecimal("0.9"), LIMIT),
            new Band(Level.YELLOW, LIMIT, new BigDecimal("1.2")),
            new Band(Level.ORANGE, new BigDecimal("1.2"), new BigDecimal("1.5")),
            new Band(Level.RED, new BigDecimal("1.5"), null)));

    /**
     * One level.
     *
     * @param level the level
     * @param from where it begins; included below the limit, and from the limit on only what is above it counts
     * @param to where it ends, or null for the last
     */
    public record Band(Level level, BigDecimal from, BigDecimal to) {}

    /** Where bands do not fit together. */
    public enum Misfit {
        GAP,
        OVERLAP,
        NONE_AT_THE_LIMIT,
        NO_END,
        NOT_GRAVER
    }

    /**
     * A fault of bands.
     *
     * @param band number of the band, 0 for the first
     * @param misfit what is wrong with it
     */
    public record Fault(int band, Misfit misfit) {}

    /** {@return the first fault, empty when they fit together} */
    public Optional<Fault> fault() {
        if (bands.stream().noneMatch(band -> band.from().compareTo(LIMIT) == 0)) {
            return Optional.of(new Fault(0, Misfit.NONE_AT_THE_LIMIT));
        }
        for (int i = 0; i < bands.size(); i++) {
            BigDecimal to = bands.get(i).to();
            if ((to == null) != (i == bands.size() - 1)) {
                return Optional.of(new Fault(i, Misfit.NO_END));
            }
            if (i > 0 && !bands.get(i).level().isAbove(bands.get(i - 1).level())) {
                return Optional.of(new Fault(i, Misfit.NOT_GRAVER));
            }
            int step =
                    i == 0 ? 0 : bands.get(i).from().compareTo(bands.get(i - 1).to());
            if (step != 0) {
                return Optional.of(new Fault(i, step > 0 ? Misfit.GAP : Misfit.OVERLAP));
            }
            if (to != null && to.compareTo(bands.get(i).from()) <= 0) {
                return Optional.of(new Fault(i, Misfit.OVERLAP));
            }
        }
        return Optional.empty();
    }

    /** {@return the bands of a breach, mildest first} */
    public List<Band> ofBreach() {
        return bands.stream().filter(band -> band.from().compareTo(LIMIT) >= 0).toList();
    }

    /** {@return the bands of what is near, mildest first} */
    public List<Band> ofNear() {
        return bands.stream().filter(band -> band.from().compareTo(LIMIT) < 0).toList();
    }
}
