package org.finplan.risk.network.run;

import jakarta.annotation.Nullable;
import java.util.UUID;

/**
 * What a list of contagion runs is asked for.
 *
 * @param network of which network, or null for any
 * @param state in which state, or null for any
 */
record ContagionRunFilter(@Nullable UUID network, @Nullable String state) {}
