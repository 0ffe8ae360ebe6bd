import { FileList, FileUpload } from 'loadline'
import type { ReactNode } from 'react'

interface WorkOrder {
  readonly number: string
  readonly title: string
  readonly due: string
}

const workOrders: readonly WorkOrder[] = [
  { number: 'WO-1042', title: 'Replace fenders, berth south', due: 'Due 30 June' },
  { number: 'WO-1057', title: 'Yearly inspection of crane 3', due: 'Due 4 July' },
  { number: 'WO-1061', title: 'Repaint bollards B12 to B20', due: 'Not planned yet' },
]

/** Things of the application, each with the files that belong to it. */
export function WorkOrdersPage(): ReactNode {
  return (
    <>
      <div className="title">
        <h1>Work orders</h1>
        <span className="count">{workOrders.length} open</span>
      </div>
      {workOrders.map((order) => (
        <WorkOrderCard key={order.number} {...order} />
      ))}
    </>
  )
}

function WorkOrderCard({ number, title, due }: WorkOrder): ReactNode {
  const id = `order-${number}`
  return (
    <section className="order" aria-labelledby={id}>
      <div className="title">
        <h2 id={id}>
          {number} · {title}
        </h2>
        <span className="count">{due}</span>
        <FileUpload
          className="upload"
          category="USER_FILES"
          associations={[{ entityName: 'work-order', entityReference: number }]}
        >
          Attach files
        </FileUpload>
      </div>
      <FileList
        aria-label={`Files of ${number}`}
        query={{ filter: { entity: { name: 'work-order', references: [number] } } }}
        selectionMode="none"
        view="table"
      />
    </section>
  )
}
