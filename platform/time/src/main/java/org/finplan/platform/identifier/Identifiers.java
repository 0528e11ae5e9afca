package org.finplan.platform.identifier;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.Random;
import java.util.UUID;

/** Makes the ids of the suite: UUID version 7 (RFC 9562, 5.7), so that ids sort by time and index well. */
public final class Identifiers {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();
    private static final NoArgGenerator FAST_GENERATOR = Generators.timeBasedEpochGenerator(new Random());

    private Identifiers() {}

    /** {@return a new id, whose random part nobody can guess} */
    public static UUID next() {
        return GENERATOR.generate();
    }

    /**
     * Makes an id for what happens at a high rate, such as a request. Such ids have to differ, not to be secret, so the
     * fast source of random bits will do.
     *
     * @return a new id, whose random part can be guessed
     */
    public static UUID nextFast() {
        return FAST_GENERATOR.generate();
    }
}
