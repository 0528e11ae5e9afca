/** What the lists of this service share: parameters that take one of a set of codes, conditions, and positions. */
package org.finplan.risk.list;
