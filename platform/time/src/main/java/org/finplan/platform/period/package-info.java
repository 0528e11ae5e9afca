/** Periods as a value type: one notation for URLs, events and storage. Pure. */
package org.finplan.platform.period;
