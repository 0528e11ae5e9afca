package org.finplan.tasks.progress;

import jakarta.validation.constraints.Size;

/**
 * What a reviewer says.
 *
 * @param comment remarks; the reason when a report is returned
 */
record ReviewReport(@Size(max = 2000) String comment) {}
