/** The one merge of sorted lists, for pages of several services and for partitions of the event log. */
package org.finplan.gateway.merge;
