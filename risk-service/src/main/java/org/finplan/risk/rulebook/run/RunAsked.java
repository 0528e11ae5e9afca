package org.finplan.risk.rulebook.run;

import java.util.UUID;

/** A run was asked for, told inside this program once that is stored. */
record RunAsked(UUID run) {}
