package org.finplan.tasks.change;

import jakarta.annotation.Nullable;
import java.time.Instant;

/**
 * A thing as it stood for a time, as far as some of its columns are concerned.
 *
 * @param number number of the entry of the history
 * @param until when one of the columns changed again, or null while they hold
 * @param thing the thing
 */
public record PastVersion(long number, @Nullable Instant until, PastThing thing) {}
