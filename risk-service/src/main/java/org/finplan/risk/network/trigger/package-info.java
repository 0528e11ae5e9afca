/** Rules about guarantee chains (资金链、担保链): whom they find in the facts of a city, and the alert that carries the others of its chain. */
package org.finplan.risk.network.trigger;
