/** How an institution without real business leaves the market: listed with its ground, notice, objection, and what was decided. */
package org.finplan.risk.exit;
