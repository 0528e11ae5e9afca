/** What is asked of a stored network: its components, the chains of a firm, and whom a failure reaches. */
package org.finplan.risk.network.query;
