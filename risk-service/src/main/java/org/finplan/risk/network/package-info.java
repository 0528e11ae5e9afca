/** Guarantee and debt networks of firms: what they look like, how distress spreads in them, and what would stop it. */
package org.finplan.risk.network;
