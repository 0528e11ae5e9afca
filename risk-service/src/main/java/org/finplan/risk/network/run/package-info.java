/** Contagions in a stored network: what is asked, what comes of it, and what it would be with other edges. */
package org.finplan.risk.network.run;
