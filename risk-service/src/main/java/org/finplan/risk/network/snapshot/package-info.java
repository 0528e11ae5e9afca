/** Networks as they stood on a day: facts that are stored once and never changed. */
package org.finplan.risk.network.snapshot;
