package org.finplan.platform.web.identifier;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/** Makes the ids of the suite: UUID version 7 (RFC 9562, 5.7), so that ids sort by time and index well. */
public final class Identifiers {

    private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Identifiers() {}

    /** {@return a new id} */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
