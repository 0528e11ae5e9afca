/** What firms that owe each other can pay: clearing vectors of Eisenberg and Noe, and of Rogers and Veraart. Pure. */
package org.finplan.risk.network.clearing;
